-- CreateIndex
CREATE INDEX "Memory_userId_lastDay_stability_idx" ON "Memory"("userId", "lastDay", "stability");
