package io.acme.mappers.spring;

import org.springframework.data.annotation.Id;

/** A book as an aggregate of its own. */
record Book(@Id int id, int authorId, String title) {}
