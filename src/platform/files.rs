//! Files in and out.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

use crate::platform::clock;

/// Hands a file to the browser's download. Tells whether it could.
#[must_use]
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> bool {
    try_download(name, mime, bytes).is_ok()
}

fn try_download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let parts = Array::of1(&Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

/// A file the user chose.
pub struct ChosenFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What stood in the way of reading a chosen file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// The file is larger than the limit in bytes.
    TooLarge(u64),
    /// The browser could not read it.
    Unreadable,
}

/// Reads the first file of a file field, up to a size in bytes, and empties the field.
pub async fn chosen(input: HtmlInputElement, limit: u64) -> Option<Result<ChosenFile, FileFault>> {
    let file = input.files()?.get(0)?;
    let size = file.size() as u64;
    if limit < size {
        input.set_value("");
        return Some(Err(FileFault::TooLarge(size)));
    }
    let read = JsFuture::from(file.array_buffer()).await;
    let name = file.name();
    input.set_value("");
    Some(match read {
        Ok(buffer) => Ok(ChosenFile { name, bytes: Uint8Array::new(&buffer).to_vec() }),
        Err(_) => Err(FileFault::Unreadable),
    })
}

#[wasm_bindgen]
extern "C" {
    type TextDecoder;
    #[wasm_bindgen(constructor, catch)]
    fn new(label: &str, options: &JsValue) -> Result<TextDecoder, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn decode(this: &TextDecoder, bytes: &[u8], options: &JsValue) -> Result<String, JsValue>;
}

/// How many bytes are decoded at a time.
const PIECE: usize = 1024 * 1024;

/// Decodes bytes by the name of their encoding, piece by piece; nothing where one of them does not belong to it.
pub async fn decode(bytes: &[u8], encoding: &str) -> Option<String> {
    let option = |name: &str| {
        let options = js_sys::Object::new();
        js_sys::Reflect::set(&options, &name.into(), &true.into()).ok().map(|_| options)
    };
    let (fatal, goes_on) = (option("fatal")?, option("stream")?);
    let decoder = TextDecoder::new(encoding, &fatal).ok()?;
    let mut text = String::with_capacity(bytes.len());
    for piece in bytes.chunks(PIECE) {
        text += &decoder.decode(piece, &goes_on).ok()?;
        clock::breath().await;
    }
    text += &decoder.decode(&[], &JsValue::UNDEFINED).ok()?;
    Some(text)
}

/// Draws an SVG text on a canvas, at twice the given size, and returns it as PNG; nothing where the browser could not.
pub async fn png(svg: &str, width: u32, height: u32) -> Option<Vec<u8>> {
    draw_png(svg, width, height).await.ok()
}

async fn draw_png(svg: &str, width: u32, height: u32) -> Result<Vec<u8>, JsValue> {
    use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let options = BlobPropertyBag::new();
    options.set_type("image/svg+xml");
    let parts = Array::of1(&JsValue::from_str(svg));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&address);
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_width(width * 2);
    canvas.set_height(height * 2);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
    // On paper, whatever the theme of the page is.
    context.set_fill_style_str("white");
    context.fill_rect(0.0, 0.0, f64::from(width) * 2.0, f64::from(height) * 2.0);
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        f64::from(width) * 2.0,
        f64::from(height) * 2.0,
    )?;
    Url::revoke_object_url(&address)?;
    let mut asked = Ok(());
    let drawn = Promise::new(&mut |resolve, _| asked = canvas.to_blob(&resolve));
    asked?;
    // Nothing comes where the canvas is larger than the browser can hold.
    let blob: Blob = JsFuture::from(drawn).await?.dyn_into()?;
    let buffer = JsFuture::from(blob.array_buffer()).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
