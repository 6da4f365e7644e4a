package io.rowcall.sample.contacts;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads every contact, then the activities of each, and returns one page: 2 + K statements. */
class BaselineContacts implements Contacts {

  private final Jdbi jdbi;

  BaselineContacts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public ContactPage page(String userId, int page, int limit) throws Exception {
    List<Contact> contacts = contactsWithActivities(userId);
    return new ContactPage(new Paging(page, limit).slice(contacts), count(userId));
  }

  List<Contact> contactsWithActivities(String userId) throws Exception {
    return jdbi.withHandle(handle -> withActivities(handle, contacts(handle, userId)));
  }

  static List<Contact> contacts(Handle handle, String userId) {
    return handle
        .createQuery(
            """
            SELECT * FROM contacts
            WHERE user_id = ?
            ORDER BY added_to_campaign DESC, warmness_score, last_contacted NULLS LAST, created_at DESC, id
            """)
        .bind(0, userId)
        .map((row, context) -> Contact.from(row))
        .list();
  }

  private long count(String userId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT COUNT(*) FROM contacts WHERE user_id = ?")
                .bind(0, userId)
                .mapTo(Long.class)
                .one());
  }

  /** Reads every match, then the activities of each: 1 + matches statements. */
  @Override
  public ContactPage search(String userId, String text, int page, int limit) {
    return jdbi.withHandle(
        handle -> {
          String pattern = LikePattern.containing(text);
          List<Contact> contacts =
              handle
                  .createQuery(
                      """
                      SELECT * FROM contacts
                      WHERE user_id = ?
                        AND (LOWER(name) LIKE ? ESCAPE '!' OR LOWER(email) LIKE ? ESCAPE '!'
                             OR LOWER(organisation) LIKE ? ESCAPE '!')
                      ORDER BY added_to_campaign DESC, warmness_score, last_contacted NULLS LAST, created_at DESC, id
                      """)
                  .bind(0, userId)
                  .bind(1, pattern)
                  .bind(2, pattern)
                  .bind(3, pattern)
                  .map((row, context) -> Contact.from(row))
                  .list();
          List<Contact> complete = withActivities(handle, contacts);
          return new ContactPage(new Paging(page, limit).slice(complete), complete.size());
        });
  }

  private static List<Contact> withActivities(Handle handle, List<Contact> contacts) {
    List<Contact> complete = new ArrayList<>();
    for (Contact contact : contacts) {
      complete.add(contact.with(newestActivities(handle, contact.id())));
    }
    return complete;
  }

  static List<Activity> newestActivities(Handle handle, long contactId) {
    return handle
        .createQuery(
            """
            SELECT * FROM activities
            WHERE contact_id = ?
            ORDER BY created_at DESC, id DESC
            LIMIT 5
            """)
        .bind(0, contactId)
        .map((row, context) -> Activity.from(row))
        .list();
  }
}
