-- CreateTable
CREATE TABLE "AcceptedAnswer" (
    "questionId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AcceptedAnswer_pkey" PRIMARY KEY ("questionId","text")
);

-- CreateTable
CREATE TABLE "Remark" (
    "attemptId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "correct" BOOLEAN NOT NULL,

    CONSTRAINT "Remark_pkey" PRIMARY KEY ("attemptId","position","at")
);

-- AddForeignKey
ALTER TABLE "AcceptedAnswer" ADD CONSTRAINT "AcceptedAnswer_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_attemptId_position_fkey" FOREIGN KEY ("attemptId", "position") REFERENCES "Answer"("attemptId", "position") ON DELETE CASCADE ON UPDATE CASCADE;
