/**
 * The hot path: everything that woven code calls. This package holds the hooks, the entry points of
 * all advice.
 *
 * <p><b>Layers.</b> Dependencies point downward only:
 *
 * <ul>
 *   <li>{@code boot}: the hooks, stateless entry points by topic, and their {@link
 *       io.rowcall.boot.Settings};
 *   <li>{@code boot.context}: what binds a request to threads, tasks, and asynchronous responses;
 *   <li>{@code boot.request}: requests, what is logged in them, and their path to the {@link
 *       io.rowcall.boot.request.Engine}, which is in this package because the queue and the SQL
 *       cache call it;
 *   <li>{@code boot.state}: what is kept on, or about, individual objects of the application.
 * </ul>
 *
 * <p><b>Loader:</b> bootstrap. At assembly every class of these packages is renamed to {@code
 * java.lang.Rowcall} and its simple name, and defined into {@code java.base} when the agent starts,
 * so that any class of any loader (OSGi, JBoss Modules and named modules included) can call it. So
 * all of them are one package at run time, and a public member costs nothing.
 *
 * <p><b>Threads:</b> the application's own. A class is confined to one thread at a time unless its
 * comment says otherwise. Nothing here uses a monitor or a lock: carriers of virtual threads run
 * this code, and must never wait for a lock that a virtual thread may own.
 *
 * <p><b>May import:</b> {@code java.lang} and {@code java.util.concurrent} of {@code java.base};
 * never {@code java.sql}, which other loaders own.
 */
@NullMarked
package io.rowcall.boot;

import org.jspecify.annotations.NullMarked;
