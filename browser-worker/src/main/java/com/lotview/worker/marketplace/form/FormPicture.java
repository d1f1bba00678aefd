package com.lotview.worker.marketplace.form;

import com.lotview.worker.marketplace.page.Page;
import com.lotview.worker.marketplace.page.ScriptResult;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;

/**
 * Takes one picture of the whole form: the window, and below it the rest of the form's column,
 * screen by screen. It scrolls, because a taller window would be visible to the page as one that no
 * screen has.
 */
public final class FormPicture {

  /** Maximum number of screens. */
  private static final int MAX_SCREENS = 8;

  private static final float QUICK = 0.8f;

  private final Page page;

  public FormPicture(Page page) {
    this.page = page;
  }

  public byte[] take() {
    try {
      Optional<ScriptResult> column = page.ask("state.column", page.map().formNames());
      return column.isPresent() ? whole(column.get()) : page.browser().screenshot();
    } catch (WebDriverException | IOException moving) {
      // If the page changes meanwhile, a picture of the window is enough.
      return page.browser().screenshot();
    }
  }

  private byte[] whole(ScriptResult column) throws IOException {
    Optional<WebElement> scroller = column.element("node");
    double height = column.decimal("height");
    double all = column.decimal("all");
    if (scroller.isEmpty() || height < 1 || all <= height) {
      return page.browser().screenshot();
    }
    double before = column.decimal("top");
    scroll(scroller.get(), 0);
    try {
      byte[] first = page.browser().screenshot();
      List<byte[]> further = new ArrayList<>();
      for (double y = height; y < all && further.size() < MAX_SCREENS; y += height) {
        double top = scroll(scroller.get(), y);
        double part = Math.min(height, all - y);
        further.add(shot(column, y - top, part));
      }
      return joined(first, further, column.decimal("x") / column.decimal("window"));
    } finally {
      scroll(scroller.get(), before);
    }
  }

  /** The scroll position afterwards, which stops at the end. */
  private double scroll(WebElement scroller, double to) {
    return page.ask("state.scroll", scroller, to).map(seen -> seen.decimal("top")).orElse(to);
  }

  private byte[] shot(ScriptResult column, double from, double height) {
    Map<String, Object> clip =
        Map.of(
            "x",
            column.decimal("pageX"),
            "y",
            column.decimal("pageY") + from,
            "width",
            column.decimal("width"),
            "height",
            height,
            "scale",
            1);
    Object data =
        page.browser()
            .devTools("Page.captureScreenshot", Map.of("format", "png", "clip", clip))
            .get("data");
    return Base64.getDecoder().decode(String.valueOf(data));
  }

  private static byte[] joined(byte[] first, List<byte[]> further, double left) throws IOException {
    BufferedImage window = read(first);
    List<BufferedImage> parts = new ArrayList<>();
    int height = window.getHeight();
    for (byte[] png : further) {
      BufferedImage part = read(png);
      parts.add(part);
      height += part.getHeight();
    }
    BufferedImage all = new BufferedImage(window.getWidth(), height, BufferedImage.TYPE_INT_RGB);
    Graphics2D on = all.createGraphics();
    on.setColor(Color.WHITE);
    on.fillRect(0, 0, all.getWidth(), height);
    on.drawImage(window, 0, 0, null);
    int y = window.getHeight();
    for (BufferedImage part : parts) {
      on.drawImage(part, (int) Math.round(left * window.getWidth()), y, null);
      y += part.getHeight();
    }
    on.dispose();
    return png(all);
  }

  private static BufferedImage read(byte[] png) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    if (image == null) {
      throw new IOException("the browser gave no picture");
    }
    return image;
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUICK);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
