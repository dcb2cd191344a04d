-- AlterTable
ALTER TABLE "Answer" ADD COLUMN "certainty" INTEGER;
ALTER TABLE "Answer" ADD COLUMN "points" REAL;

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN "points" REAL;
