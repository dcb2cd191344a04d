-- AlterTable
ALTER TABLE "StudyHour" ADD COLUMN     "timed" INTEGER NOT NULL DEFAULT 0;

-- As far as the sums can say it. `npm run memory:replay -- --mend` counts those of quizzes out, from the log.
UPDATE "StudyHour" SET "timed" = "answers" WHERE "elapsedMs" > 0;
