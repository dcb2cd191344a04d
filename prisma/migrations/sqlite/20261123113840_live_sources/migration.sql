-- By hand: one more column each is no reason to write the tables anew.
ALTER TABLE "LiveSession" ADD COLUMN "classId" TEXT;
ALTER TABLE "LiveSession" ADD COLUMN "quizId" TEXT;
ALTER TABLE "LivePlayer" ADD COLUMN "reconnects" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "LivePlayer" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "LiveAnswer" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "LiveSession_quizId_idx" ON "LiveSession"("quizId");

-- CreateIndex
CREATE INDEX "LiveSession_classId_createdAt_idx" ON "LiveSession"("classId", "createdAt");
