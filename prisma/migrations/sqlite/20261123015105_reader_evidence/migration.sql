-- AlterTable
ALTER TABLE "Article" ADD COLUMN "leftOut" JSONB;

-- AlterTable
ALTER TABLE "Fact" ADD COLUMN "confidence" REAL;
ALTER TABLE "Fact" ADD COLUMN "leans" JSONB;
