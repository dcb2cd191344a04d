-- CreateTable
CREATE TABLE "ExamPlan" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "startDay" INTEGER NOT NULL,
    "deckIds" JSONB NOT NULL,
    "minutes" JSONB NOT NULL,
    "pinned" JSONB NOT NULL,
    "kept" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ExamPlan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ExamPlan_userId_day_idx" ON "ExamPlan"("userId", "day");

-- AddForeignKey
ALTER TABLE "ExamPlan" ADD CONSTRAINT "ExamPlan_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
