package io.acme.mappers.spring;

import org.springframework.data.annotation.Id;

/** A book by itself. */
record Book(@Id int id, int authorId, String title) {}
