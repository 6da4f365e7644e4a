package io.rowcall.sample.contacts;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads one page with its total, then the newest activities of its contacts: 2 statements. */
final class OptimizedContacts implements Contacts {

  private final Jdbi jdbi;

  OptimizedContacts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public ContactPage page(String userId, int page, int limit) {
    return jdbi.withHandle(handle -> complete(handle, new ContactQuery(userId, null, page, limit)));
  }

  @Override
  public ContactPage search(String userId, String text, int page, int limit) {
    String pattern = LikePattern.containing(text);
    return jdbi.withHandle(
        handle -> complete(handle, new ContactQuery(userId, pattern, page, limit)));
  }

  private static ContactPage complete(Handle handle, ContactQuery query) {
    List<CountedContact> rows = rows(handle, query);
    if (rows.isEmpty()) {
      return new ContactPage(List.of(), query.page() == 1 ? 0 : count(handle, query));
    }
    Map<Long, List<Activity>> activities =
        newestActivities(handle, rows.stream().map(row -> row.contact().id()).toList());
    return new ContactPage(
        rows.stream()
            .map(CountedContact::contact)
            .map(contact -> contact.with(activities.getOrDefault(contact.id(), List.of())))
            .toList(),
        rows.get(0).total());
  }

  private static List<CountedContact> rows(Handle handle, ContactQuery query) {
    return handle
        .createQuery(
            """
            SELECT id, name, email, organisation, added_to_campaign, warmness_score, last_contacted,
                   created_at, COUNT(*) OVER () AS total
            FROM contacts
            WHERE user_id = :userId <matching>
            ORDER BY user_id, added_to_campaign DESC, warmness_score, last_contacted NULLS LAST,
                     created_at DESC, id
            LIMIT :limit OFFSET :offset
            """)
        .define("matching", query.matching())
        .bindMap(query.binds())
        .bind("limit", query.limit())
        .bind("offset", (query.page() - 1) * query.limit())
        .map((row, context) -> new CountedContact(Contact.from(row), row.getLong("total")))
        .list();
  }

  /** Counts the contacts for a page past the end, where no row can carry the total. */
  private static long count(Handle handle, ContactQuery query) {
    return handle
        .createQuery("SELECT COUNT(*) FROM contacts WHERE user_id = :userId <matching>")
        .define("matching", query.matching())
        .bindMap(query.binds())
        .mapTo(Long.class)
        .one();
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

  private record CountedContact(Contact contact, long total) {}

  /** Owner, optional pattern, and page of a query. */
  private record ContactQuery(String userId, @Nullable String pattern, int page, int limit) {

    String matching() {
      return pattern == null
          ? ""
          : """
            AND (LOWER(name) LIKE :pattern ESCAPE '!' OR LOWER(email) LIKE :pattern ESCAPE '!'
                 OR LOWER(organisation) LIKE :pattern ESCAPE '!')
            """;
    }

    Map<String, String> binds() {
      return pattern == null
          ? Map.of("userId", userId)
          : Map.of("userId", userId, "pattern", pattern);
    }
  }
}
