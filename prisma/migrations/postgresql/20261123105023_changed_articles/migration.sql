-- AlterTable
ALTER TABLE "Article" ADD COLUMN     "revisedAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Fact" ADD COLUMN     "before" TEXT,
ADD COLUMN     "changedAt" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "Fact_deckId_changedAt_idx" ON "Fact"("deckId", "changedAt");
