package io.rowcall.core.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rowcall.core.callsite.CallSite;
import io.rowcall.core.callsite.Orm;
import io.rowcall.core.library.Libraries;
import io.rowcall.core.weave.catalog.Instrumentations;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CallSitesTest {
  private static final Libraries LIBRARIES = Instrumentations.libraries();

  private final List<StackTraceElement> stack = new ArrayList<>();

  @Test
  void isTheFirstFrameOfTheApplication() {
    on("java.lang.RowcallJdbcHooks", "takeCallSite");
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
    on("org.springframework.aop.Something", "apply");
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
    assertEquals(Orm.HIBERNATE, site().mapper());
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
  void isWhereTheApplicationsOwnCodeLiesWhateverItsName() throws Exception {
    var code = new ApplicationCode(LIBRARIES, "");
    code.add("org/springframework/samples/petclinic/owner/OwnerController", from("file:/classes/"));
    on("com.ibm.ws.rsadapter.jdbc.WSJdbcPreparedStatement", "executeQuery");
    on("net.sqltool.Runner", "run");
    on("org.springframework.data.jpa.repository.support.SimpleJpaRepository", "findAll");
    on("org.springframework.samples.petclinic.owner.OwnerController$Form", "list");
    on("org.springframework.web.method.support.InvocableHandlerMethod", "doInvoke");
    var site = new CallSites(LIBRARIES, code, "", "").of(stack(), String.class);
    assertEquals(
        "org.springframework.samples.petclinic.owner.OwnerController$Form",
        Objects.requireNonNull(site).first().getClassName());
    assertEquals(List.of(), site.callers());
  }

  @Test
  void isInAModuleThatIsNamedLikeTheApplication() throws Exception {
    var code = new ApplicationCode(LIBRARIES, "");
    code.add("com/acme/web/Controller", from("file:/app/BOOT-INF/classes"));
    on("net.sqltool.Runner", "run");
    on("com.acme.dao.Owners", "find");
    on("com.acme.web.Controller", "list");
    var site = new CallSites(LIBRARIES, code, "", "").of(stack(), String.class);
    assertEquals("com.acme.dao.Owners", Objects.requireNonNull(site).first().getClassName());
  }

  @Test
  void addsAndTakesAwayPackagesThatWereConfigured() {
    on("org.springframework.samples.generated.Row", "map");
    on("org.springframework.samples.shop.Cart", "items");
    var site =
        new CallSites(
                LIBRARIES,
                new ApplicationCode(LIBRARIES, ""),
                "org.springframework.samples.",
                "org.springframework.samples.generated.")
            .of(stack(), String.class);
    assertEquals(
        "org.springframework.samples.shop.Cart",
        Objects.requireNonNull(site).first().getClassName());
  }

  @Test
  void isNoFilterAndNoAspectThatLetsTheCallPass() {
    on("com.acme.OwnerService", "list");
    on("org.springframework.aop.framework.ReflectiveMethodInvocation", "proceed");
    on("com.acme.TimingAspect", "around");
    on("org.apache.catalina.core.ApplicationFilterChain", "doFilter");
    on("com.acme.LoggingFilter", "doFilter");
    assertEquals("list", site().first().getMethodName());
    assertEquals(List.of(), site().callers());
  }

  @Test
  void isNoGeneratedRepository() {
    on("com.acme.Library_", "books");
    on("com.acme.BookRepository$Intercepted", "findAll");
    on("com.acme.Books_Subclass", "all");
    on("com.acme.Book$HibernateProxy", "getTitle");
    on("org.apache.jsp.books_jsp", "_jspService");
    on("com.acme.Books", "all");
    assertEquals("com.acme.Books", site().first().getClassName());
  }

  @Test
  void isOutsideWhereALibraryWalksAnAssociation() {
    on("org.hibernate.collection.spi.PersistentBag", "iterator");
    on("com.fasterxml.jackson.databind.ser.std.CollectionSerializer", "serialize");
    var sites = new CallSites(LIBRARIES);
    CallSite site = Objects.requireNonNull(sites.of(stack(), String.class, "com.acme.Owner.pets"));
    assertTrue(site.isOutside());
    assertEquals("Owner.pets", site.property());
    assertEquals("com.fasterxml, org.hibernate", sites.skippedPackages());
    stack.clear();
    on("com.acme.OwnerService", "all");
    on("com.acme.OwnerController", "list");
    assertEquals("list", site.in(site()).first().getMethodName());
    assertTrue(site.in(site()).isInView());
  }

  private static ProtectionDomain from(String location) throws Exception {
    return new ProtectionDomain(new CodeSource(new URL(location), (Certificate[]) null), null);
  }

  @Test
  void skipsThePackagesThatWereConfigured() {
    on("com.acme.platform.Repository", "find");
    on("com.acme.shop.Cart", "items");
    var site =
        new CallSites(
                LIBRARIES, new ApplicationCode(LIBRARIES, ""), "", "com.acme.platform.:com.other.")
            .of(stack(), String.class);
    assertEquals("com.acme.shop.Cart", Objects.requireNonNull(site).first().getClassName());
  }

  @Test
  void skipsTheClassOfTheStatementItself() {
    on("io.rowcall.core.record.CallSitesTest$Base", "execute");
    on("com.acme.Dao", "find");
    var site = new CallSites(LIBRARIES).of(stack(), Derived.class);
    assertEquals("com.acme.Dao", Objects.requireNonNull(site).first().getClassName());
  }

  @Test
  void isNoneWhenOnlyLibrariesAreOnTheStack() {
    on("org.flywaydb.core.Flyway", "migrate");
    on("java.lang.Thread", "run");
    assertNull(new CallSites(LIBRARIES).of(stack(), String.class));
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
    @Nullable CallSite site = new CallSites(LIBRARIES).of(stack(), String.class);
    return Objects.requireNonNull(site);
  }

  private static class Base {}

  private static final class Derived extends Base {}
}
