package io.rowcall.sample.meetings;

import io.rowcall.sample.http.HttpError;

/** What must hold before a meeting is created. */
record Checks(int limit, long usedThisMonth, long overlapping) {

  /**
   * @throws HttpError 403 over the plan's limit, 409 when the user is busy then
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
