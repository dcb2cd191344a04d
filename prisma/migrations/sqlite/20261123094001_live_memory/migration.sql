-- AlterTable
ALTER TABLE "LiveSession" ADD COLUMN "rememberedAt" DATETIME;

-- CreateIndex
CREATE INDEX "LiveSession_rememberedAt_endedAt_idx" ON "LiveSession"("rememberedAt", "endedAt");
