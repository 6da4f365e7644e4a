package io.acme.libraries.caches;

import java.util.Objects;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** Hibernate's query cache. */
final class HibernateQuerySubject implements CacheSubject {
  private final SessionFactory sessions = HibernateSubject.sessions();

  @Override
  public String get(String key) {
    return Objects.requireNonNull(peek(key));
  }

  @Override
  public @Nullable String peek(String key) {
    return sessions.fromTransaction(
        session ->
            session
                .createSelectionQuery("select o.name from Owner o where o.id = :id", String.class)
                .setParameter("id", key)
                .setCacheable(true)
                .setCacheRegion("owners by id")
                .getSingleResultOrNull());
  }

  /** The cache fills itself. */
  @Override
  public void put(String key, String value) {}
}
