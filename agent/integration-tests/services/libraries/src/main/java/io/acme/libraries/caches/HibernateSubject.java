package io.acme.libraries.caches;

import java.util.Objects;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;
import org.jspecify.annotations.Nullable;

/** Hibernate's second-level cache over JCache and Ehcache. */
final class HibernateSubject implements CacheSubject {
  private final SessionFactory sessions = sessions();

  static SessionFactory sessions() {
    SessionFactory factory =
        new Configuration()
            .addAnnotatedClass(Owner.class)
            .setProperty("hibernate.connection.url", "jdbc:h2:mem:owners;DB_CLOSE_DELAY=-1")
            .setProperty("hibernate.hbm2ddl.auto", "create")
            .setProperty("hibernate.cache.use_second_level_cache", "true")
            .setProperty("hibernate.cache.use_query_cache", "true")
            .setProperty("hibernate.cache.region.factory_class", "jcache")
            .setProperty("hibernate.javax.cache.missing_cache_strategy", "create")
            .setProperty(
                "hibernate.javax.cache.provider", "org.ehcache.jsr107.EhcacheCachingProvider")
            .buildSessionFactory();
    factory.inTransaction(
        session ->
            session
                .createNativeMutationQuery(
                    "insert into Owner (id, name) values ('a', 'value of a'), ('b', 'value of b')")
                .executeUpdate());
    return factory;
  }

  @Override
  public String get(String key) {
    return Objects.requireNonNull(peek(key));
  }

  @Override
  public @Nullable String peek(String key) {
    return sessions.fromTransaction(
        session -> {
          Owner found = session.find(Owner.class, key);
          return found == null ? null : found.name();
        });
  }

  /** The cache fills itself. */
  @Override
  public void put(String key, String value) {}
}
