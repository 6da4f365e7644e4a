/**
 * State of single objects of the application: the interfaces that woven classes implement, what
 * stands in for them where no field can be added, and hashes of values. Knows no other room. For
 * loader, threads, and imports see {@link io.rowcall.boot}.
 */
@NullMarked
package io.rowcall.boot.state;

import org.jspecify.annotations.NullMarked;
