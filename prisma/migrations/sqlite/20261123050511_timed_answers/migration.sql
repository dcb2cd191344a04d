-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_StudyHour" (
    "userId" TEXT NOT NULL,
    "deckId" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "hour" INTEGER NOT NULL,
    "answers" INTEGER NOT NULL,
    "right" INTEGER NOT NULL,
    "met" INTEGER NOT NULL,
    "recalls" INTEGER NOT NULL,
    "recalled" INTEGER NOT NULL,
    "timed" INTEGER NOT NULL DEFAULT 0,
    "elapsedMs" REAL NOT NULL,

    PRIMARY KEY ("userId", "day", "hour", "deckId"),
    CONSTRAINT "StudyHour_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "StudyHour_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_StudyHour" ("answers", "day", "deckId", "elapsedMs", "hour", "met", "recalled", "recalls", "right", "userId") SELECT "answers", "day", "deckId", "elapsedMs", "hour", "met", "recalled", "recalls", "right", "userId" FROM "StudyHour";
DROP TABLE "StudyHour";
ALTER TABLE "new_StudyHour" RENAME TO "StudyHour";
CREATE INDEX "StudyHour_deckId_idx" ON "StudyHour"("deckId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- As far as the sums can say it. `npm run memory:replay -- --mend` counts those of quizzes out, from the log.
UPDATE "StudyHour" SET "timed" = "answers" WHERE "elapsedMs" > 0;
