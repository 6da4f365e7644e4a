package io.rowcall.sample.contacts;

import java.util.List;

/** Contacts of one page, and the total number. */
record ContactPage(List<Contact> contacts, long total) {}
