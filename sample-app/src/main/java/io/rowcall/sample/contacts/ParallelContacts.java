package io.rowcall.sample.contacts;

import io.rowcall.sample.db.Parallel;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Baseline except for its loop: reads the activities of several contacts at the same time. */
final class ParallelContacts extends BaselineContacts {

  private final Jdbi jdbi;
  private final Parallel parallel;

  ParallelContacts(Jdbi jdbi, Parallel parallel) {
    super(jdbi);
    this.jdbi = jdbi;
    this.parallel = parallel;
  }

  @Override
  List<Contact> contactsWithActivities(String userId) throws Exception {
    List<Contact> contacts = jdbi.withHandle(handle -> contacts(handle, userId));
    return parallel.each(
        contacts,
        contact -> jdbi.withHandle(handle -> contact.with(newestActivities(handle, contact.id()))));
  }
}
