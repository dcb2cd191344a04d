-- AlterTable
ALTER TABLE "User" ADD COLUMN "staleSince" DATETIME;
ALTER TABLE "User" ADD COLUMN "weights" JSONB;

-- CreateTable
CREATE TABLE "WeightFit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "finishedAt" DATETIME,
    "recalls" INTEGER NOT NULL,
    "version" TEXT,
    "weights" JSONB,
    "trial" JSONB,
    CONSTRAINT "WeightFit_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "WeightFit_userId_askedAt_idx" ON "WeightFit"("userId", "askedAt");

-- CreateIndex
CREATE INDEX "WeightFit_state_askedAt_idx" ON "WeightFit"("state", "askedAt");

-- CreateIndex
CREATE INDEX "User_staleSince_idx" ON "User"("staleSince");
