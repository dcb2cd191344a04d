-- AlterTable
ALTER TABLE "Fact" ADD COLUMN     "buriedUntil" TIMESTAMP(3),
ADD COLUMN     "flag" INTEGER,
ADD COLUMN     "suspended" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Review" ADD COLUMN     "interval" INTEGER;
