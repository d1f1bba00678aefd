package com.lotview.auth.mail.folder;

import com.lotview.auth.mail.Mail;
import com.lotview.auth.mail.MailTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Keeps each mail as a text file {@code <id>.txt}, for an installation on one machine. Ids grow, so
 * the names are in the order of the mails. A file appears whole.
 */
public final class FolderTransport implements MailTransport {
  private final Path folder;
  private final Scheduler threads;

  public FolderTransport(Path folder, Scheduler threads) {
    this.folder = folder;
    this.threads = threads;
  }

  @Override
  public boolean available() {
    return true;
  }

  @Override
  public Mono<Void> send(Mail mail) {
    return Mono.<Void>fromRunnable(() -> write(mail)).subscribeOn(threads);
  }

  private void write(Mail mail) {
    try {
      Files.createDirectories(folder);
      Path unfinished = folder.resolve(mail.id() + ".tmp");
      Files.writeString(
          unfinished,
          "To: %s\nSubject: %s\n\n%s".formatted(mail.to(), mail.subject(), mail.text()));
      Files.move(unfinished, folder.resolve(mail.id() + ".txt"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
