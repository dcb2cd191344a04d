-- AlterTable
ALTER TABLE "LiveSession" ADD COLUMN     "rememberedAt" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "LiveSession_rememberedAt_endedAt_idx" ON "LiveSession"("rememberedAt", "endedAt");
