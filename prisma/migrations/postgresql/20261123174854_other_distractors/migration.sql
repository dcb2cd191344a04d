-- AlterTable
ALTER TABLE "Question" ADD COLUMN     "otherDistractors" JSONB;
