-- AlterTable
ALTER TABLE "User" ADD COLUMN     "staleSince" TIMESTAMP(3),
ADD COLUMN     "weights" JSONB;

-- CreateTable
CREATE TABLE "WeightFit" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "finishedAt" TIMESTAMP(3),
    "recalls" INTEGER NOT NULL,
    "version" TEXT,
    "weights" JSONB,
    "trial" JSONB,

    CONSTRAINT "WeightFit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "WeightFit_userId_askedAt_idx" ON "WeightFit"("userId", "askedAt");

-- CreateIndex
CREATE INDEX "WeightFit_state_askedAt_idx" ON "WeightFit"("state", "askedAt");

-- CreateIndex
CREATE INDEX "User_staleSince_idx" ON "User"("staleSince");

-- AddForeignKey
ALTER TABLE "WeightFit" ADD CONSTRAINT "WeightFit_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
