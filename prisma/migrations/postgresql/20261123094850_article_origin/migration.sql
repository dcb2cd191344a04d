-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "origin" JSONB;
