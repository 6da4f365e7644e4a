package io.rowcall.sample.contacts;

import java.util.List;

/** The contacts of one page, and how many there are on all pages. */
record ContactPage(List<Contact> contacts, long total) {}
