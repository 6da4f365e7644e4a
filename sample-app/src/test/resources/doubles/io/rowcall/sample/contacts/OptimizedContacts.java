package io.rowcall.sample.contacts;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The optimized repository after a change that looked harmless. */
final class OptimizedContacts implements Contacts {

  private final Jdbi jdbi;

  OptimizedContacts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public ContactPage page(String userId, int page, int limit) {
    return jdbi.withHandle(
        handle -> {
          List<Contact> contacts = contacts(handle, userId, page, limit);
          List<Contact> complete = new ArrayList<>();
          for (Contact contact : contacts) {
            List<Activity> newest =
                handle
                    .createQuery("SELECT * FROM activities WHERE contact_id = ? ORDER BY id")
                    .bind(0, contact.id())
                    .map((row, context) -> Activity.from(row))
                    .list(); // A query for every contact.
            complete.add(contact.with(newest));
          }
          return new ContactPage(complete, complete.size());
        });
  }

  @Override
  public ContactPage search(String userId, String text, int page, int limit) {
    return page(userId, page, limit);
  }

  private static List<Contact> contacts(Handle handle, String userId, int page, int limit) {
    return handle
        .createQuery("SELECT * FROM contacts WHERE user_id = ? ORDER BY id LIMIT ? OFFSET ?")
        .bind(0, userId)
        .bind(1, limit)
        .bind(2, (page - 1) * limit)
        .map((row, context) -> Contact.from(row))
        .list();
  }
}
