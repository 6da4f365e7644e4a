package io.rowcall.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CallSitesTest {
  private final List<StackTraceElement> stack = new ArrayList<>();

  @Test
  void isTheFirstFrameOfTheApplication() {
    on("java.lang.RowcallHooks", "takeCallSite");
    on("org.h2.jdbc.JdbcPreparedStatement", "executeQuery");
    on("com.zaxxer.hikari.pool.HikariProxyPreparedStatement", "executeQuery");
    on("org.springframework.jdbc.core.JdbcTemplate", "query");
    on("com.acme.ContactService", "activities");
    on("com.acme.ContactController", "list");
    assertEquals("com.acme.ContactService", site().first().getClassName());
    assertNull(site().mapper());
  }

  @Test
  void keepsThreeCallersNearestFirstAndSkipsLibrariesBetweenThem() {
    on("com.acme.A", "a");
    on("org.springframework.aop.Something", "proceed");
    on("com.acme.B", "b");
    on("java.util.ArrayList", "forEach");
    on("com.acme.C", "c");
    on("com.acme.D", "d");
    on("com.acme.E", "e");
    assertEquals(
        List.of("com.acme.B", "com.acme.C", "com.acme.D"),
        site().callers().stream().map(StackTraceElement::getClassName).toList());
  }

  @Test
  void callsWhatAQueryFetchesAtOnceNotLazy() {
    on("org.hibernate.collection.spi.AbstractPersistentCollection", "forceInitialization");
    on("org.hibernate.engine.internal.StatefulPersistenceContext", "initializeNonLazyCollections");
    on("org.hibernate.query.sqm.internal.QuerySqmImpl", "list");
    on("com.acme.Owners", "all");
    assertFalse(site().isLazyLoading());
  }

  @Test
  void callsWhatAnObjectFetchesLazy() {
    on("org.hibernate.internal.SessionImpl", "initializeCollection");
    on("org.hibernate.collection.spi.PersistentBag", "iterator");
    on("com.acme.Owners", "names");
    assertTrue(site().isLazyLoading());
  }

  @Test
  void foldsRecursion() {
    on("com.acme.Tree", "walk");
    on("com.acme.Tree", "walk");
    on("com.acme.Tree", "walk");
    on("com.acme.Trees", "all");
    assertEquals("com.acme.Trees", site().callers().get(0).getClassName());
  }

  @Test
  void seesThroughGeneratedClassesAndHandlersOfProxies() {
    on("com.acme.SpyHandler", "invoke");
    on("jdk.proxy2.$Proxy12", "executeQuery");
    on("com.acme.Owner$HibernateProxy$xyz", "getPets");
    on("com.acme.OwnerService$$SpringCGLIB$$0", "pets");
    on("com.acme.OwnerService$$Lambda$14", "apply");
    on("com.acme.OwnerService", "pets");
    assertEquals("com.acme.OwnerService", site().first().getClassName());
    assertEquals("pets", site().first().getMethodName());
  }

  @Test
  void namesTheMapperNextToTheDriver() {
    on("org.hibernate.loader.ast.internal.SingleIdLoadPlan", "load");
    on("org.springframework.data.jpa.repository.support.SimpleJpaRepository", "findById");
    on("com.acme.OwnerService", "owner");
    assertEquals(Mapper.HIBERNATE, site().mapper());
    assertFalse(site().isLazyLoading());
  }

  @Test
  void tellsLazyLoadingFromAQuery() {
    on("org.hibernate.engine.internal.StatefulPersistenceContext", "initialize");
    on("org.hibernate.collection.spi.PersistentBag", "iterator");
    on("com.acme.OwnerService", "names");
    assertTrue(site().isLazyLoading());
  }

  @Test
  void skipsThePackagesThatWereConfigured() {
    on("com.acme.platform.Repository", "find");
    on("com.acme.shop.Cart", "items");
    var site = new CallSites("com.acme.platform.:com.other.").of(stack(), String.class);
    assertEquals("com.acme.shop.Cart", Objects.requireNonNull(site).first().getClassName());
  }

  @Test
  void skipsTheClassOfTheStatementItself() {
    on("io.rowcall.core.record.CallSitesTest$Base", "execute");
    on("com.acme.Dao", "find");
    var site = new CallSites("").of(stack(), Derived.class);
    assertEquals("com.acme.Dao", Objects.requireNonNull(site).first().getClassName());
  }

  @Test
  void isNoneWhenOnlyLibrariesAreOnTheStack() {
    on("org.flywaydb.core.Flyway", "migrate");
    on("java.lang.Thread", "run");
    assertNull(new CallSites("").of(stack(), String.class));
  }

  @Test
  void equalsAnotherOfTheSameLine() {
    on("com.acme.A", "a");
    on("com.acme.B", "b");
    CallSite one = site();
    stack.set(1, new StackTraceElement("com.acme.C", "c", "C.java", 3));
    assertEquals(one, site());
    assertEquals(one.hashCode(), site().hashCode());
  }

  private void on(String type, String method) {
    stack.add(new StackTraceElement(type, method, "Some.java", 40 + stack.size()));
  }

  private StackTraceElement[] stack() {
    return stack.toArray(new StackTraceElement[0]);
  }

  private CallSite site() {
    @Nullable CallSite site = new CallSites("").of(stack(), String.class);
    return Objects.requireNonNull(site);
  }

  private static class Base {}

  private static final class Derived extends Base {}
}
