-- CreateTable
CREATE TABLE "AcceptedAnswer" (
    "questionId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,

    PRIMARY KEY ("questionId", "text"),
    CONSTRAINT "AcceptedAnswer_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Remark" (
    "attemptId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "correct" BOOLEAN NOT NULL,

    PRIMARY KEY ("attemptId", "position", "at"),
    CONSTRAINT "Remark_attemptId_position_fkey" FOREIGN KEY ("attemptId", "position") REFERENCES "Answer" ("attemptId", "position") ON DELETE CASCADE ON UPDATE CASCADE
);
