-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "leftOut" JSONB;

-- AlterTable
ALTER TABLE "Fact" ADD COLUMN     "confidence" DOUBLE PRECISION,
ADD COLUMN     "leans" JSONB;
