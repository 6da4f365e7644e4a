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
    addFrame("java.lang.RowcallExecutionRecorder", "captureCallSite");
    addFrame("org.h2.jdbc.JdbcPreparedStatement", "executeQuery");
    addFrame("com.zaxxer.hikari.pool.HikariProxyPreparedStatement", "executeQuery");
    addFrame("org.springframework.jdbc.core.JdbcTemplate", "query");
    addFrame("com.acme.ContactService", "activities");
    addFrame("com.acme.ContactController", "list");
    assertEquals("com.acme.ContactService", site().first().getClassName());
    assertNull(site().mapper());
  }

  @Test
  void keepsThreeCallersNearestFirstAndSkipsLibrariesBetweenThem() {
    addFrame("com.acme.A", "a");
    addFrame("org.springframework.aop.Something", "apply");
    addFrame("com.acme.B", "b");
    addFrame("java.util.ArrayList", "forEach");
    addFrame("com.acme.C", "c");
    addFrame("com.acme.D", "d");
    addFrame("com.acme.E", "e");
    assertEquals(
        List.of("com.acme.B", "com.acme.C", "com.acme.D"),
        site().callers().stream().map(StackTraceElement::getClassName).toList());
  }

  @Test
  void doesNotMarkEagerFetchingOfAQueryAsLazy() {
    addFrame("org.hibernate.collection.spi.AbstractPersistentCollection", "forceInitialization");
    addFrame(
        "org.hibernate.engine.internal.StatefulPersistenceContext", "initializeNonLazyCollections");
    addFrame("org.hibernate.query.sqm.internal.QuerySqmImpl", "list");
    addFrame("com.acme.Owners", "all");
    assertFalse(site().isLazyLoading());
  }

  @Test
  void marksFetchingByAnObjectAsLazy() {
    addFrame("org.hibernate.internal.SessionImpl", "initializeCollection");
    addFrame("org.hibernate.collection.spi.PersistentBag", "iterator");
    addFrame("com.acme.Owners", "names");
    assertTrue(site().isLazyLoading());
  }

  @Test
  void foldsRecursion() {
    addFrame("com.acme.Tree", "walk");
    addFrame("com.acme.Tree", "walk");
    addFrame("com.acme.Tree", "walk");
    addFrame("com.acme.Trees", "all");
    assertEquals("com.acme.Trees", site().callers().get(0).getClassName());
  }

  @Test
  void seesThroughGeneratedClassesAndHandlersOfProxies() {
    addFrame("com.acme.SpyHandler", "invoke");
    addFrame("jdk.proxy2.$Proxy12", "executeQuery");
    addFrame("com.acme.Owner$HibernateProxy$xyz", "getPets");
    addFrame("com.acme.OwnerService$$SpringCGLIB$$0", "pets");
    addFrame("com.acme.OwnerService$$Lambda$14", "apply");
    addFrame("com.acme.OwnerService", "pets");
    assertEquals("com.acme.OwnerService", site().first().getClassName());
    assertEquals("pets", site().first().getMethodName());
  }

  @Test
  void namesTheMapperNextToTheDriver() {
    addFrame("org.hibernate.loader.ast.internal.SingleIdLoadPlan", "load");
    addFrame("org.springframework.data.jpa.repository.support.SimpleJpaRepository", "findById");
    addFrame("com.acme.OwnerService", "owner");
    assertEquals(Orm.HIBERNATE, site().mapper());
    assertFalse(site().isLazyLoading());
  }

  @Test
  void distinguishesLazyLoadingFromAQuery() {
    addFrame("org.hibernate.engine.internal.StatefulPersistenceContext", "initialize");
    addFrame("org.hibernate.collection.spi.PersistentBag", "iterator");
    addFrame("com.acme.OwnerService", "names");
    assertTrue(site().isLazyLoading());
  }

  @Test
  void isInTheApplicationsOwnCodeWhateverItsPackage() throws Exception {
    var code = new ApplicationCode(LIBRARIES, "");
    code.add("org/springframework/samples/petclinic/owner/OwnerController", from("file:/classes/"));
    addFrame("com.ibm.ws.rsadapter.jdbc.WSJdbcPreparedStatement", "executeQuery");
    addFrame("net.sqltool.Runner", "run");
    addFrame("org.springframework.data.jpa.repository.support.SimpleJpaRepository", "findAll");
    addFrame("org.springframework.samples.petclinic.owner.OwnerController$Form", "list");
    addFrame("org.springframework.web.method.support.InvocableHandlerMethod", "doInvoke");
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
    addFrame("net.sqltool.Runner", "run");
    addFrame("com.acme.dao.Owners", "find");
    addFrame("com.acme.web.Controller", "list");
    var site = new CallSites(LIBRARIES, code, "", "").of(stack(), String.class);
    assertEquals("com.acme.dao.Owners", Objects.requireNonNull(site).first().getClassName());
  }

  @Test
  void includesAndExcludesConfiguredPackages() {
    addFrame("org.springframework.samples.generated.Row", "map");
    addFrame("org.springframework.samples.shop.Cart", "items");
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
  void skipsFiltersAndAspects() {
    addFrame("com.acme.OwnerService", "list");
    addFrame("org.springframework.aop.framework.ReflectiveMethodInvocation", "proceed");
    addFrame("com.acme.TimingAspect", "around");
    addFrame("org.apache.catalina.core.ApplicationFilterChain", "doFilter");
    addFrame("com.acme.LoggingFilter", "doFilter");
    assertEquals("list", site().first().getMethodName());
    assertEquals(List.of(), site().callers());
  }

  @Test
  void skipsGeneratedRepositories() {
    addFrame("com.acme.Library_", "books");
    addFrame("com.acme.BookRepository$Intercepted", "findAll");
    addFrame("com.acme.Books_Subclass", "all");
    addFrame("com.acme.Book$HibernateProxy", "getTitle");
    addFrame("org.apache.jsp.books_jsp", "_jspService");
    addFrame("com.acme.Books", "all");
    assertEquals("com.acme.Books", site().first().getClassName());
  }

  @Test
  void isOutsideIfALibraryWalksAnAssociation() {
    addFrame("org.hibernate.collection.spi.PersistentBag", "iterator");
    addFrame("com.fasterxml.jackson.databind.ser.std.CollectionSerializer", "serialize");
    var sites = new CallSites(LIBRARIES);
    CallSite site = Objects.requireNonNull(sites.of(stack(), String.class, "com.acme.Owner.pets"));
    assertTrue(site.isOutside());
    assertEquals("Owner.pets", site.property());
    assertEquals("com.fasterxml, org.hibernate", sites.skippedPackages());
    stack.clear();
    addFrame("com.acme.OwnerService", "all");
    addFrame("com.acme.OwnerController", "list");
    assertEquals("list", site.in(site()).first().getMethodName());
    assertTrue(site.in(site()).isInView());
  }

  private static ProtectionDomain from(String location) throws Exception {
    return new ProtectionDomain(new CodeSource(new URL(location), (Certificate[]) null), null);
  }

  @Test
  void skipsThePackagesThatWereConfigured() {
    addFrame("com.acme.platform.Repository", "find");
    addFrame("com.acme.shop.Cart", "items");
    var site =
        new CallSites(
                LIBRARIES, new ApplicationCode(LIBRARIES, ""), "", "com.acme.platform.:com.other.")
            .of(stack(), String.class);
    assertEquals("com.acme.shop.Cart", Objects.requireNonNull(site).first().getClassName());
  }

  @Test
  void skipsTheClassOfTheStatementItself() {
    addFrame("io.rowcall.core.record.CallSitesTest$Base", "execute");
    addFrame("com.acme.Dao", "find");
    var site = new CallSites(LIBRARIES).of(stack(), Derived.class);
    assertEquals("com.acme.Dao", Objects.requireNonNull(site).first().getClassName());
  }

  @Test
  void isNoneWhenOnlyLibrariesAreOnTheStack() {
    addFrame("org.flywaydb.core.Flyway", "migrate");
    addFrame("java.lang.Thread", "run");
    assertNull(new CallSites(LIBRARIES).of(stack(), String.class));
  }

  @Test
  void equalsAnotherOfTheSameLine() {
    addFrame("com.acme.A", "a");
    addFrame("com.acme.B", "b");
    CallSite first = site();
    stack.set(1, new StackTraceElement("com.acme.C", "c", "C.java", 3));
    assertEquals(first, site());
    assertEquals(first.hashCode(), site().hashCode());
  }

  private void addFrame(String type, String method) {
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
