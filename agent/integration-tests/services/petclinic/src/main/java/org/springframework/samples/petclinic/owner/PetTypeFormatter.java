package org.springframework.samples.petclinic.owner;

import java.util.Locale;
import org.springframework.format.Formatter;
import org.springframework.stereotype.Component;

/** Queries all types for each option that it formats. */
@Component
class PetTypeFormatter implements Formatter<PetType> {
  private final PetTypeRepository types;

  PetTypeFormatter(PetTypeRepository types) {
    this.types = types;
  }

  @Override
  public String print(PetType type, Locale locale) {
    return type.getName();
  }

  @Override
  public PetType parse(String name, Locale locale) {
    for (PetType type : types.findAllByOrderByName()) { // call site: formatter
      if (type.getName().equals(name)) {
        return type;
      }
    }
    throw new IllegalArgumentException("no type " + name);
  }
}
