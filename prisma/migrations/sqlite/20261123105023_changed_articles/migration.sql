-- AlterTable
ALTER TABLE "Article" ADD COLUMN "revisedAt" DATETIME;

-- AlterTable
ALTER TABLE "Fact" ADD COLUMN "before" TEXT;
ALTER TABLE "Fact" ADD COLUMN "changedAt" DATETIME;

-- CreateIndex
CREATE INDEX "Fact_deckId_changedAt_idx" ON "Fact"("deckId", "changedAt");
