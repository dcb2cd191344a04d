-- AlterTable
ALTER TABLE "LivePlayer" ADD COLUMN     "reconnects" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "LiveAnswer" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "LiveSession" ADD COLUMN     "classId" TEXT,
ADD COLUMN     "quizId" TEXT;

-- CreateIndex
CREATE INDEX "LiveSession_quizId_idx" ON "LiveSession"("quizId");

-- CreateIndex
CREATE INDEX "LiveSession_classId_createdAt_idx" ON "LiveSession"("classId", "createdAt");
