-- AlterTable
ALTER TABLE "Review" ADD COLUMN "corrects" TEXT;

-- CreateTable
CREATE TABLE "StudyHour" (
    "userId" TEXT NOT NULL,
    "deckId" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "hour" INTEGER NOT NULL,
    "answers" INTEGER NOT NULL,
    "right" INTEGER NOT NULL,
    "met" INTEGER NOT NULL,
    "recalls" INTEGER NOT NULL,
    "recalled" INTEGER NOT NULL,
    "elapsedMs" REAL NOT NULL,

    PRIMARY KEY ("userId", "day", "hour", "deckId"),
    CONSTRAINT "StudyHour_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "StudyHour_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- Added in place: a table that others point to, dropped and made again, takes their rows with it.
ALTER TABLE "Fact" ADD COLUMN "met" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Memory" ADD COLUMN "lastDay" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "Fact_deckId_met_status_salience_position_id_idx" ON "Fact"("deckId", "met", "status", "salience" DESC, "position", "id");

-- CreateIndex
CREATE INDEX "StudyHour_deckId_idx" ON "StudyHour"("deckId");

-- What the log says of what was there before, as near as SQL can tell: days by UTC, which a replay makes exact.
UPDATE "Fact" SET "met" = true WHERE EXISTS (SELECT 1 FROM "Memory" WHERE "Memory"."factId" = "Fact"."id");
UPDATE "Memory" SET "lastDay" = CAST(julianday("lastReview") - 2440587.5 - 4.0 / 24 AS INTEGER);
