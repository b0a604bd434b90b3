use wasm_encoder::{ConstExpr, Elements, Function, Instruction, MemoryType, RefType, TableType, ValType};
use wasmparser::{FunctionBody, Operator, Validator};

use super::*;

fn group(file: &str, size: u32, users: u64) -> Group {
    Group { files: vec![file.to_owned()], size, users }
}

/// A file as the splitter writes it: two functions, the second calls the first and stands in the table.
fn file(table_place: i32, number: i32) -> Vec<u8> {
    let mut types = TypeSection::new();
    types.ty().function([], [ValType::I32]);
    let mut imports = ImportSection::new();
    let memory =
        MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None };
    let table = TableType {
        element_type: RefType::FUNCREF,
        minimum: 8,
        maximum: None,
        table64: false,
        shared: false,
    };
    imports.import("main", "memory", memory).import("main", "table", table);
    let mut functions = FunctionSection::new();
    functions.function(0).function(0);
    let mut elements = ElementSection::new();
    elements.active(None, &ConstExpr::i32_const(table_place), Elements::Functions([1].as_slice().into()));
    let mut code = CodeSection::new();
    for instruction in [Instruction::I32Const(number), Instruction::Call(0)] {
        let mut function = Function::new([]);
        function.instruction(&instruction).instruction(&Instruction::End);
        code.function(&function);
    }
    let mut data = DataSection::new();
    data.active(0, &ConstExpr::i32_const(number), [7]);
    let mut module = Module::new();
    module.section(&types).section(&imports).section(&functions).section(&elements);
    module.section(&DataCountSection { count: 1 }).section(&code).section(&data);
    module.finish()
}

#[test]
fn joined_files_keep_to_themselves() {
    let joined = join(vec![file(0, 40), file(1, 50)]).unwrap();
    Validator::new().validate_all(&joined).unwrap();
    let mut bodies = Vec::new();
    let mut placed = Vec::new();
    for payload in Parser::new(0).parse_all(&joined) {
        match payload.unwrap() {
            Payload::CodeSectionEntry(body) => bodies.push(first(&body)),
            Payload::ElementSection(section) => {
                for element in section {
                    let wasmparser::ElementItems::Functions(functions) = element.unwrap().items else {
                        panic!("functions stand in the table");
                    };
                    placed.extend(functions.into_iter().map(Result::unwrap));
                }
            }
            Payload::ImportSection(section) => assert_eq!(section.into_imports().count(), 2),
            _ => (),
        }
    }
    assert_eq!(
        bodies,
        [
            "I32Const { value: 40 }",
            "Call { function_index: 0 }",
            "I32Const { value: 50 }",
            "Call { function_index: 2 }"
        ]
    );
    assert_eq!(placed, [1, 3]);
}

fn first(body: &FunctionBody<'_>) -> String {
    let operators: Vec<Operator<'_>> =
        body.get_operators_reader().unwrap().into_iter().map(Result::unwrap).collect();
    format!("{:?}", operators[0])
}

#[test]
fn small_files_of_the_same_parts_become_one() {
    let joined =
        groups(vec![group("a", 300, 0b11), group("b", 400, 0b11), group("c", 500, 0b1100)], &[1.0; 4]);
    let files: Vec<_> = joined.iter().map(|group| group.files.join(" ")).collect();
    assert_eq!(files, ["a b", "c"]);
}

#[test]
fn a_part_is_spared_what_is_large_and_not_its_own() {
    let apart = vec![group("a", 300, 0b11), group("b", 40_000, 0b10)];
    assert_eq!(groups(apart.clone(), &[1.0; 2]), apart);
    let joined = groups(vec![group("a", 300, 0b11), group("b", 500, 0b10)], &[1.0; 2]);
    assert_eq!(joined, [Group { files: vec!["a".to_owned(), "b".to_owned()], size: 800, users: 0b11 }]);
}

#[test]
fn the_heaviest_part_is_spared_first() {
    let weights = weights(&[600_000, 400_000]);
    assert!(weights[0] == 1.0 && weights[1] < 0.2, "{weights:?}");
    let shared = |users| vec![group("a", 300, 0b11), group("b", 2_000, users)];
    assert_eq!(groups(shared(0b10), &weights).len(), 2);
    assert_eq!(groups(shared(0b01), &weights).len(), 1);
}
