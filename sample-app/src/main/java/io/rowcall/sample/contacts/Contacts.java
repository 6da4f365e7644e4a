package io.rowcall.sample.contacts;

/** Reads a user's contacts in the order in which to call them. Pages count from 1. */
interface Contacts {

  ContactPage page(String userId, int page, int limit) throws Exception;

  /**
   * Searches contacts.
   *
   * @param text part of name, e-mail or organization, in any case; blank for all
   */
  ContactPage search(String userId, String text, int page, int limit);
}
