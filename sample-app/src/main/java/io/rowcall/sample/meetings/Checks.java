package io.rowcall.sample.meetings;

import io.rowcall.sample.http.HttpError;

/** Conditions for the creation of a meeting. */
record Checks(int limit, long usedThisMonth, long overlapping) {

  /**
   * Checks the conditions.
   *
   * @throws HttpError 403 over the plan's limit, 409 if the user is busy at that time
   */
  void require() {
    if (usedThisMonth >= limit) {
      throw new HttpError(
          403, "the plan allows " + limit + " meetings a month; upgrade it for more");
    }
    if (overlapping > 0) {
      throw new HttpError(409, "another meeting is planned for this time; choose another");
    }
  }
}
