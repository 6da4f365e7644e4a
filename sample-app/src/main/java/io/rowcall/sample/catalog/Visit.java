package io.rowcall.sample.catalog;

import io.rowcall.sample.data.Volumes;

/**
 * One request of a user for a page.
 *
 * @param user number of the user; 0 is the hot one
 * @param page from 1
 * @param serial unique within a run, so that each write can be new
 */
public record Visit(int user, int page, long serial) {

  public String userId() {
    return Volumes.userId(user);
  }

  public String sessionKey() {
    return Volumes.sessionKey(user);
  }
}
