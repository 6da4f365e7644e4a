package io.rowcall.sample.catalog;

import io.rowcall.sample.data.Volumes;

/**
 * Who asks for which page, once.
 *
 * @param user the number of the user; 0 is the hot one
 * @param page from 1
 * @param serial different for every visit of a run, so that what is written can be new each time
 */
public record Visit(int user, int page, long serial) {

  public String userId() {
    return Volumes.userId(user);
  }

  public String sessionKey() {
    return Volumes.sessionKey(user);
  }
}
