package com.acme;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Annotation of a scheduler that nobody has heard of. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Scheduled {}
