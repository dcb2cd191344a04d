-- AlterTable
ALTER TABLE "Answer" ADD COLUMN     "certainty" INTEGER,
ADD COLUMN     "points" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "points" DOUBLE PRECISION;
