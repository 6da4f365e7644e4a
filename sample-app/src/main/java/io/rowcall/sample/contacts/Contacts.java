package io.rowcall.sample.contacts;

/** Reads a user's contacts in the order in which they should be called. Pages count from 1. */
interface Contacts {

  ContactPage page(String userId, int page, int limit) throws Exception;

  /**
   * @param text what name, e-mail or organisation contains, in any case; blank for all
   */
  ContactPage search(String userId, String text, int page, int limit);
}
