package io.acme.owners;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists owners as text; comments of the form {@code call site: NAME} mark lines that a report must
 * name.
 */
@Service
@Transactional(readOnly = true)
public class OwnerService {
  private final OwnerRepository owners;

  OwnerService(OwnerRepository owners) {
    this.owners = owners;
  }

  /** 1 + n executions for n owners. */
  public String lazily() {
    return lines(owners.findAllByOrderById());
  }

  /** 1 execution. */
  public String fetched() {
    return lines(owners.findAllWithPets());
  }

  /** 1 execution if there is no such owner, otherwise 2. */
  public Optional<String> one(long id) {
    return owners.findById(id).map(owner -> lines(List.of(owner)));
  }

  private static String lines(List<Owner> all) {
    var text = new StringBuilder();
    for (Owner owner : all) {
      text.append(owner.getName());
      for (Pet pet : owner.getPets()) { // call site: lazy
        text.append(' ').append(pet.getName());
      }
      text.append('\n');
    }
    return text.toString();
  }
}
