-- AlterTable
ALTER TABLE "Answer" ADD COLUMN "shownAt" DATETIME;

-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN "deadline" DATETIME;

-- AlterTable
ALTER TABLE "Quiz" ADD COLUMN "settings" JSONB;

-- CreateIndex
CREATE INDEX "Attempt_finishedAt_deadline_idx" ON "Attempt"("finishedAt", "deadline");
