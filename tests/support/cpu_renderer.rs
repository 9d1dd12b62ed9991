//! A small rasteriser for `egui_kittest`: pictures of the window without a graphics card, the same on every machine.
//!
//! Triangles are filled by the top-left rule, textures sampled bilinearly, colours blended premultiplied in gamma space,
//! as egui's own backends do. All arithmetic is plain f32, so a picture is the same byte by byte wherever it is made.

use std::collections::HashMap;

use egui::epaint::{ClippedPrimitive, ImageData, Mesh, Primitive, Vertex};
use egui::{Rect, TextureFilter, TextureId, TexturesDelta};

/// Premultiplied, 0 to 1.
type Color = [f32; 4];

struct Texture {
    width: usize,
    height: usize,
    pixels: Vec<Color>,
    nearest: bool,
}

impl Texture {
    fn at(&self, x: isize, y: isize) -> Color {
        let x = x.clamp(0, self.width as isize - 1) as usize;
        let y = y.clamp(0, self.height as isize - 1) as usize;
        self.pixels[y * self.width + x]
    }

    fn sample(&self, u: f32, v: f32) -> Color {
        let (x, y) = (u * self.width as f32, v * self.height as f32);
        if self.nearest {
            return self.at(x.floor() as isize, y.floor() as isize);
        }
        let (x, y) = (x - 0.5, y - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (a, b) = (x - left, y - top);
        let (left, top) = (left as isize, top as isize);
        let corners = [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(dx, dy)| self.at(left + dx, top + dy));
        let weights = [(1.0 - a) * (1.0 - b), a * (1.0 - b), (1.0 - a) * b, a * b];
        std::array::from_fn(|c| (0..4).map(|i| corners[i][c] * weights[i]).sum())
    }
}

/// Draws what egui would have a graphics card draw.
#[derive(Default)]
pub(crate) struct CpuRenderer {
    textures: HashMap<TextureId, Texture>,
}

/// The picture while it is painted.
struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<Color>,
}

/// A corner of a triangle, in pixels.
#[derive(Clone, Copy)]
struct Corner {
    x: f32,
    y: f32,
    color: Color,
    uv: [f32; 2],
}

impl Canvas {
    fn triangle(&mut self, clip: [usize; 4], texture: &Texture, corners: [Corner; 3]) {
        let [a, b, c] = corners;
        let area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y);
        if area == 0.0 {
            return;
        }
        let sign = area.signum();
        let edges = [(b, c), (c, a), (a, b)];
        // Top-left rule: a pixel on an edge that two triangles share is painted once.
        let takes_edge = edges.map(|(p, q)| {
            let (dx, dy) = ((q.x - p.x) * sign, (q.y - p.y) * sign);
            dy < 0.0 || (dy == 0.0 && dx > 0.0)
        });
        let least = |f: fn(Corner) -> f32| f(a).min(f(b)).min(f(c)).floor().max(0.0) as usize;
        let most = |f: fn(Corner) -> f32| f(a).max(f(b)).max(f(c)).ceil().max(0.0) as usize;
        let (x0, x1) = (least(|p| p.x).max(clip[0]), most(|p| p.x).min(clip[2]));
        let (y0, y1) = (least(|p| p.y).max(clip[1]), most(|p| p.y).min(clip[3]));
        let plain = (a.uv == b.uv && b.uv == c.uv).then(|| texture.sample(a.uv[0], a.uv[1]));
        let flat = a.color == b.color && b.color == c.color;
        for y in y0..y1 {
            for x in x0..x1 {
                let (px, py) = (x as f32 + 0.5, y as f32 + 0.5);
                let e = edges.map(|(p, q)| ((q.x - p.x) * (py - p.y) - (q.y - p.y) * (px - p.x)) * sign);
                if (0..3).any(|i| e[i] < 0.0 || (e[i] == 0.0 && !takes_edge[i])) {
                    continue;
                }
                let w = e.map(|e| e / area.abs());
                let mix = |f: &dyn Fn(&Corner) -> f32| w[0] * f(&a) + w[1] * f(&b) + w[2] * f(&c);
                let texel = plain.unwrap_or_else(|| texture.sample(mix(&|p| p.uv[0]), mix(&|p| p.uv[1])));
                let color: Color = if flat { a.color } else { std::array::from_fn(|i| mix(&|p| p.color[i])) };
                let under = &mut self.pixels[y * self.width + x];
                let alpha = color[3] * texel[3];
                for i in 0..4 {
                    under[i] = color[i] * texel[i] + under[i] * (1.0 - alpha);
                }
            }
        }
    }

    fn into_image(self) -> image::RgbaImage {
        image::RgbaImage::from_fn(self.width as u32, self.height as u32, |x, y| {
            let color = self.pixels[y as usize * self.width + x as usize];
            image::Rgba(color.map(|c| (c * 255.0).round().clamp(0.0, 255.0) as u8))
        })
    }
}

impl CpuRenderer {
    fn mesh(&self, canvas: &mut Canvas, clip: Rect, mesh: &Mesh, pixels_per_point: f32) {
        let Some(texture) = self.textures.get(&mesh.texture_id) else { return };
        let pixel = |v: f32, most: usize| ((v * pixels_per_point).round().max(0.0) as usize).min(most);
        let (width, height) = (canvas.width, canvas.height);
        let min = [pixel(clip.min.x, width), pixel(clip.min.y, height)];
        let max = [pixel(clip.max.x, width), pixel(clip.max.y, height)];
        let corner = |v: &Vertex| Corner {
            x: v.pos.x * pixels_per_point,
            y: v.pos.y * pixels_per_point,
            color: v.color.to_array().map(|c| f32::from(c) / 255.0),
            uv: [v.uv.x, v.uv.y],
        };
        for triangle in mesh.indices.chunks_exact(3) {
            let corners = [0, 1, 2].map(|i| corner(&mesh.vertices[triangle[i] as usize]));
            canvas.triangle([min[0], min[1], max[0], max[1]], texture, corners);
        }
    }
}

impl egui_kittest::TestRenderer for CpuRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, changes) in std::mem::take(&mut delta.set) {
            for change in changes {
                let ImageData::Color(image) = &change.image;
                let [width, height] = image.size;
                let pixels: Vec<Color> =
                    image.pixels.iter().map(|p| p.to_array().map(|c| f32::from(c) / 255.0)).collect();
                match (change.pos, self.textures.get_mut(&id)) {
                    (Some([x0, y0]), Some(texture)) => {
                        for (y, row) in pixels.chunks_exact(width).enumerate() {
                            let start = (y0 + y) * texture.width + x0;
                            texture.pixels[start..start + width].copy_from_slice(row);
                        }
                    }
                    _ => {
                        let nearest = change.options.magnification == TextureFilter::Nearest;
                        self.textures.insert(id, Texture { width, height, pixels, nearest });
                    }
                }
            }
        }
        for id in std::mem::take(&mut delta.free) {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &egui::Context, output: &egui::FullOutput) -> Result<image::RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        let (width, height) = (size.x.round() as usize, size.y.round() as usize);
        let mut canvas = Canvas { width, height, pixels: vec![[0.0; 4]; width * height] };
        for ClippedPrimitive { clip_rect, primitive } in ctx.tessellate(output.shapes.clone(), scale) {
            if let Primitive::Mesh(mesh) = primitive {
                self.mesh(&mut canvas, clip_rect, &mesh, scale);
            }
        }
        Ok(canvas.into_image())
    }
}
