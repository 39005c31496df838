/** Apex that does not compile. The words are those of the platform's compiler, as its language server lists them. */
import { guide, reference } from './pages';
import { refusedClasses, type RefusedRow } from './rows';

/** A class with these lines in a static method; they begin on line 3, column 9. */
const inMethod = (...lines: readonly string[]): string => `public class $ {\n    public static void run() {\n${lines.map((line) => `        ${line}`).join('\n')}\n    }\n}`;
/** A class with these members; they begin on line 2, column 5. */
const inClass = (...lines: readonly string[]): string => `public class $ {\n${lines.map((line) => `    ${line}`).join('\n')}\n}`;

const conversion = guide('langCon_apex_rules_of_conversion', 'Rules of Conversion');
const variables = guide('langCon_apex_variables', 'Variables');
const methods = guide('apex_classes_defining_methods', 'Class Methods');
const operators = guide('langCon_apex_expressions_operators_understanding', 'Expression Operators');
const extending = guide('apex_classes_extending', 'Extending a Class');
const interfaces = guide('apex_classes_interfaces', 'Interfaces');
const statics = guide('apex_classes_static', 'Static and Instance Methods, Variables, and Initialization Code');
const loops = guide('langCon_apex_loops', 'Loops');

const ROWS: readonly RefusedRow[] = [
  ['an unknown variable', 'names must exist', variables, inMethod('Integer total = amount + 1;'), 3, 25, 'Variable does not exist: amount'],
  ['text given to a number', 'static types', conversion, inMethod("Integer count = 'three';"), 3, 17, 'Illegal assignment from String to Integer'],
  ['a decimal given to an integer', 'static types', conversion, inMethod('Decimal price = 1.5;', 'Integer count = price;'), 4, 17, 'Illegal assignment from Decimal to Integer'],
  ['an unknown method', 'names must exist', methods, inMethod('missing();'), 3, 9, 'Method does not exist or incorrect signature: void missing() from the type $'],
  ['a method that text does not have', 'names must exist', reference('apex_methods_system_string', 'String Methods'), inMethod("Integer size = 'abc'.size();"), 3, 30, 'Method does not exist or incorrect signature: void size() from the type String'],
  ['an argument of the wrong type', 'static types', methods, inMethod("new List<Integer>().add('a');"), 3, 29, 'Method does not exist or incorrect signature: void add(String) from the type List<Integer>'],
  ['a method that ends without a value', 'methods return what they say', methods, inClass('public static Integer run() {', '}'), 2, 27, 'Missing return statement required return type: Integer'],
  ['a value of the wrong type returned', 'methods return what they say', methods, inClass('public static Integer run() {', "    return 'one';", '}'), 3, undefined, 'Illegal conversion from String to Integer'],
  ['a value returned from a void method', 'methods return what they say', methods, inMethod('return 1;'), 3, 9, 'Void method must not return a value'],
  ['a number compared with text', 'static types', operators, inMethod("Boolean same = 1 == 'one';"), 3, 24, 'Comparison arguments must be compatible types: Integer, String'],
  ['a condition that is no Boolean', 'static types', guide('langCon_apex_if_else', 'Conditional (If-Else) Statements'), inMethod('if (1) {', '}'), 3, 13, 'Condition expression must be of type Boolean: Integer'],
  ['a variable declared twice', 'names are declared once', variables, inMethod('Integer count = 1;', 'String COUNT = null;'), 4, 16, 'Duplicate variable: COUNT'],
  ['a method defined twice', 'names are declared once', methods, inClass('public void run() {', '}', 'public void RUN() {', '}'), 4, 17, 'Method already defined: void RUN() from the type $'],
  ['an unknown type', 'names must exist', guide('langCon_apex_data_types', 'Data Types'), inMethod('Wagon first;'), 3, 9, 'Invalid type: Wagon'],
  ['a statement after return', 'unreachable code', methods, inMethod('return;', 'Integer late = 1;'), 4, undefined, 'Unreachable statement'],
  ['an interface that is not implemented', 'interfaces are implemented', interfaces, 'public class $ implements Comparable {\n}', 1, 14, 'Class $ must implement the method: Integer {any}Comparable.compareTo(Object)'],
  ['an abstract method that is not implemented', 'interfaces are implemented', extending, inClass('abstract class Shape {', '    abstract Decimal area();', '}', 'class Square extends Shape {', '}'), 5, 11, 'Class $.Square must implement the abstract method: {any}area()'],
  ['override of nothing', 'overriding is said', extending, inClass('public override void run() {', '}'), 2, 26, '@Override specified for non-overriding method: {any}run()'],
  ['overriding without the keyword', 'overriding is said', extending, inClass('virtual class Base {', '    public virtual void run() {', '    }', '}', 'class Child extends Base {', '    public void run() {', '    }', '}'), 7, 21, 'Method must use the override keyword: {any}run()'],
  ['extending a class that is not virtual', 'overriding is said', extending, inClass('class Base {', '}', 'class Child extends Base {', '}'), 4, 25, 'Non-virtual and non-abstract type cannot be extended: $.Base'],
  ['an instance method called from a static one', 'static and instance', statics, inClass('void help() {', '}', 'static void run() {', '    help();', '}'), 5, 9, 'Non static method cannot be referenced from a static context: {any}help()'],
  ['this in a static method', 'static and instance', statics, inMethod('Object self = this;'), 3, 23, 'This cannot be referenced in a static context'],
  ['a final variable assigned again', 'final', guide('apex_classes_keywords_final', 'Using the final Keyword'), inClass('static final Integer MOST = 1;', 'static void run() {', '    MOST = 2;', '}'), 4, 9, 'Final members can only be assigned in their declaration, init blocks, or constructors: MOST'],
  ['a constructor that does not exist', 'constructors', guide('apex_classes_constructors', 'Using Constructors'), inMethod('Object made = new ConfGreeting(1);'), 3, 23, 'Constructor not defined: [ConfGreeting].<Constructor>(Integer)'],
  ['an abstract class constructed', 'constructors', extending, inClass('abstract class Shape {', '}', 'static void run() {', '    Object made = new Shape();', '}'), 5, undefined, 'Abstract classes cannot be constructed: $.Shape'],
  ['a constructor of another name', 'constructors', guide('apex_classes_constructors', 'Using Constructors'), inClass('public other() {', '}'), 2, 12, 'Invalid constructor name: other'],
  ['throwing text', 'exceptions are classes', guide('apex_exception_statements', 'Throw Statements'), inMethod("throw 'fire';"), 3, 9, 'Throw expression must be of type exception: String'],
  ['an exception class of another name', 'exceptions are classes', guide('apex_exception_custom', 'Create Custom Exceptions'), inClass('class Fire extends Exception {', '}'), 2, 11, "Classes extending Exception must have a name ending in 'Exception': {any}Fire"],
  ['a cast that can never be', 'casting', guide('apex_classes_casting', 'Classes and Casting'), inMethod("Integer count = (Integer) 'one';"), 3, 25, 'Incompatible types since an instance of String is never an instance of Integer'],
  ['instanceof that is always true', 'casting', guide('apex_classes_keywords_instanceof', 'Using the instanceof Keyword'), inMethod("String word = 'a';", 'Boolean sure = word instanceof String;'), 4, 24, 'Operation instanceof is always true since an instance of String is always an instance of String'],
  ['break outside a loop', 'loops', loops, inMethod('break;'), 3, 9, 'Break statement must be in loop'],
  ['a loop over a number', 'loops', loops, inMethod('for (Integer i : 5) {', '}'), 3, 26, 'Loop must iterate over collection: Integer'],
  ['DML of text', 'DML takes records', guide('apex_dml_section', 'DML Statements'), inMethod("insert 'one';"), 3, 9, 'DML requires SObject or SObject list type: String'],
  ['an index that is text', 'list index', guide('langCon_apex_collections_lists', 'Using Array Notation for One-Dimensional Lists'), inMethod("Integer one = new List<Integer>()['a'];"), 3, 43, 'List index must be of type Integer: String'],
  ['minus before text', 'operators take their types', operators, inMethod("Object less = -'one';"), 3, 23, 'Unary negation must use a numeric argument'],
  ['branches of different types', 'conditional values', guide('langCon_apex_expressions_operators_understanding', '? :'), inMethod("Object one = true ? 1 : 'one';"), 3, 22, 'Incompatible types in ternary operator: Integer, String'],
  ['an unknown field given to a record', 'fields must exist', guide('langCon_apex_SObject_types', 'sObject Types'), inMethod("Account company = new Account(Colour__c = 'red');"), 3, 39, 'Field does not exist: Colour__c on Account'],
  ['an unknown field of a record', 'fields must exist', guide('langCon_apex_dml_sobject_access', 'Accessing sObject Fields'), inMethod('Account company = new Account();', "company.Colour__c = 'red';"), 4, 17, 'Variable does not exist: Colour__c'],
  ['a test with a parameter', 'test methods', guide('apex_testing_unit_tests', 'Test Methods'), '@IsTest\nprivate class $ {\n    @IsTest\n    static void checks(Integer times) {\n        Assert.areEqual(1, times);\n    }\n}', 4, 17, 'Test methods must have no arguments'],
  ['a future method that takes a record', 'future methods', guide('apex_invoking_future_methods', 'Future Methods'), inClass('@Future', 'public static void run(Account company) {', '}'), 3, undefined, '{any} methods do not support parameter type of Account'],
  ['an integer literal that is too large', 'integers have 32 bits', guide('langCon_apex_primitives', 'Integer'), inMethod('Integer big = 2147483648;'), 3, 23, 'Illegal integer'],
  ['a field declared twice', 'names are declared once', variables, inClass('Integer count;', 'String COUNT;'), 3, 12, 'Duplicate field: COUNT'],
  ['an interface constructed', 'constructors', interfaces, inClass('interface Shape {', '}', 'static void run() {', '    Object made = new Shape();', '}'), 5, undefined, 'Type cannot be constructed: $.Shape'],
  ['increment of text', 'operators take their types', operators, inMethod("String word = 'a';", 'word++;'), 4, 9, 'Unary postfix increment/decrement can only be applied to numeric expressions: String'],
  ['values of different types coalesced', 'conditional values', guide('langCon_apex_NullCoalescingOperator', 'Null Coalescing Operator'), inMethod('Integer none = null;', "Object one = none ?? 'one';"), 4, undefined, 'Incompatible types in null coalescing operator: Integer, String'],
  ['continue outside a loop', 'loops', loops, inMethod('continue;'), 3, 9, 'Continue statement must be in loop'],
  ['catching text', 'exceptions are classes', guide('apex_exception_statements', 'Try-Catch-Finally Statements'), inMethod('try {', '    Integer one = 1;', '} catch (String error) {', '    Integer two = 2;', '}'), 5, undefined, 'Catch block variable must be of type exception: String'],
];

export const refusedLanguageCases = refusedClasses('language', 'ConfWrong', ROWS);
