package io.acme.mappers.spring;

import org.springframework.data.annotation.Id;

/** A book as a separate aggregate. */
record Book(@Id int id, int authorId, String title) {}
