package io.rowcall.sample.contacts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads one page with its total, then the newest activities of its contacts: 2 statements. */
final class OptimisedContacts implements Contacts {

  private final Jdbi jdbi;

  OptimisedContacts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public ContactPage page(String userId, int page, int limit) {
    return jdbi.withHandle(
        handle -> {
          List<Counted> rows =
              handle
                  .createQuery(
                      """
                      SELECT id, name, email, organisation, added_to_campaign, warmness_score, last_contacted,
                             created_at, COUNT(*) OVER () AS total
                      FROM contacts
                      WHERE user_id = ?
                      ORDER BY user_id, added_to_campaign DESC, warmness_score, last_contacted NULLS LAST,
                               created_at DESC, id
                      LIMIT ? OFFSET ?
                      """)
                  .bind(0, userId)
                  .bind(1, limit)
                  .bind(2, (page - 1) * limit)
                  .map((row, context) -> new Counted(Contact.from(row), row.getLong("total")))
                  .list();
          if (rows.isEmpty()) {
            return new ContactPage(List.of(), page == 1 ? 0 : count(handle, userId));
          }
          Map<Long, List<Activity>> activities =
              newestActivities(handle, rows.stream().map(row -> row.contact().id()).toList());
          return new ContactPage(
              rows.stream()
                  .map(Counted::contact)
                  .map(contact -> contact.with(activities.getOrDefault(contact.id(), List.of())))
                  .toList(),
              rows.get(0).total());
        });
  }

  private static Map<Long, List<Activity>> newestActivities(Handle handle, List<Long> contactIds) {
    return handle
        .createQuery(
            """
            SELECT id, contact_id, activity_type, subject, created_at
            FROM (SELECT id, contact_id, activity_type, subject, created_at,
                         ROW_NUMBER() OVER (PARTITION BY contact_id ORDER BY created_at DESC, id DESC) AS newest
                  FROM activities
                  WHERE contact_id IN (<contactIds>)) ranked
            WHERE newest <= 5
            ORDER BY contact_id, newest
            """)
        .bindList("contactIds", contactIds)
        .map((row, context) -> Map.entry(row.getLong("contact_id"), Activity.from(row)))
        .list()
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  private static long count(Handle handle, String userId) {
    return handle
        .createQuery("SELECT COUNT(*) FROM contacts WHERE user_id = ?")
        .bind(0, userId)
        .mapTo(Long.class)
        .one();
  }

  private record Counted(Contact contact, long total) {}
}
