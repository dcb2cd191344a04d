/** Common given names and the pronoun that goes with them; names that both women and men bear are left out. */

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));

const MEN = set(
  `Aaron Abdul Abdullah Abraham Adam Adolf Adolphe Adrian Ahmad Ahmed Ahmet Akira Alan Albert Alberto Albrecht
  Alejandro Aleksander Aleksandr Alessandro Alexander Alexandre Alexei Alfonso Alfred Alfredo Ali Alistair Allan Allen
  Alonso Alphonse Amadeus Ambrose Amit Anatoly Anders Andreas Andrei Andres Andrew Andrzej Angelo Angus Anthony Anton
  Antonio Antony Archibald Archie Arjun Armand Armando Arnaud Arnold Arthur Arturo Arvind Asif August Auguste Augustin
  Barack Barry Bartholomew Basil Benedict Benito Benjamin Bernard Bernardo Bernhard Bert Bertrand Bill Bjorn Bob Bogdan
  Boris Brad Bradley Brendan Brian Bruce Bruno Bryan Caleb Calvin Carl Carlo Carlos Cecil Cesar Charles Chester Chris
  Christian Christoph Christophe Christopher Claude Claudio Claus Clement Clifford Clive Colin Conrad Constantine
  Cornelius Craig Curtis Cyril Damian Daniel Danny Dariusz Darren Dave David Dennis Derek Diego Dieter Dietrich Dimitri
  Dmitri Dmitry Dominic Donald Douglas Duncan Dwight Dylan Earl Edgar Edmund Edoardo Eduard Eduardo Edward Edwin Elijah
  Elon Emil Emile Emilio Emmanuel Enric Enrico Enrique Eric Erich Erik Ernest Ernesto Ernst Erwin Ethan Etienne Eugene
  Evan Fabio Federico Felipe Felix Ferdinand Fernando Fidel Francesco Francisco Franco Francois Frank Franklin Franz
  Fred Frederic Frederick Friedrich Fritz Fyodor Gareth Gary Gavin Geoffrey Georg George Georges Gerald Gerard Gerhard
  Giacomo Gilbert Giorgio Giovanni Giuseppe Glen Glenn Gordon Graham Greg Gregor Gregory Guglielmo Guido Guillaume
  Gunther Gustav Guy Hamid Hamilton Hans Harold Harry Harvey Hassan Hector Heinrich Heinz Helmut Henri Henrik Henry
  Herbert Herman Hermann Hideo Hiroshi Homer Horace Horatio Howard Hubert Hugh Hugo Humphrey Husain Hussein Ian Ibrahim
  Igor Imran Isaac Isaiah Ismail Ivan Ivor Jack Jacob Jacques Jaime James Jamie Jan Janusz Jared Jason Javed Javier
  Jawaharlal Jeff Jefferson Jeffrey Jeremiah Jeremy Jerome Jerry Jerzy Jesse Jim Jimmy Joachim Joaquin Joe Joel Johan
  Johann Johannes John Johnny Jon Jonas Jonathan Jorge Jose Josef Joseph Joshua Josiah Juan Jules Julian Julius Jurgen
  Justin Kamal Karl Kaspar Keith Kenneth Kenji Kevin Khalid Klaus Konrad Konstantin Krzysztof Kurt Lars Laurent
  Lawrence Lech Leo Leon Leonard Leonardo Leonhard Leopold Leroy Lewis Liam Lionel Lloyd Lorenzo Louis Luca Lucas
  Luciano Ludwig Luigi Luis Luke Luther Maciej Magnus Mahmoud Malcolm Manfred Manmohan Manuel Marc Marcel Marcin Marco
  Marcus Mario Mark Markus Martin Marvin Mateusz Matteo Matthew Matthias Maurice Max Maxim Maximilian Mehmet Michael
  Michal Michel Michele Mickey Miguel Mike Mikhail Miles Milton Mohamed Mohammad Mohammed Mohandas Morris Moses Muhammad
  Murray Mustafa Narendra Nathan Nathaniel Neil Nelson Neville Nicholas Nick Nicolas Nicolaus Niels Nigel Nikita Nikola
  Nikolai Noah Noel Norman Oleg Oliver Olivier Omar Orlando Orson Oscar Oskar Osman Otto Owen Pablo Paolo Pascal Patrick
  Paul Paulo Pavel Pedro Percy Perry Pete Peter Phil Philip Philippe Phillip Pierre Pieter Pietro Piotr Rafael Raj Rajiv
  Ralph Ramon Raul Ravi Ray Raymond Reginald Rene Reza Ricardo Richard Rick Robert Roberto Rodrigo Roger Roland Rolf
  Roman Ronald Ross Rudolf Rudolph Rupert Russell Sachin Salman Salvador Samuel Sanjay Santiago Satoshi Saul Scott Sean
  Sebastian Serge Sergei Sergey Seth Shane Shinzo Sigmund Silvio Simon Stanislaw Stefan Stefano Stephane Stephen Steve
  Steven Stewart Stuart Subhas Suleiman Sven Takashi Tariq Ted Terence Theodor Theodore Thomas Tim Timothy Tobias Todd
  Tom Tomas Tomasz Tommy Tony Trevor Umberto Vasily Victor Viktor Vincent Vincenzo Vinay Vinod Vittorio Vladimir
  Vladislav Vyacheslav Waldemar Walter Warren Wayne Werner Wilfred Wilhelm Will Willem William Winston Witold Wojciech
  Wolfgang Woodrow Yasser Yuri Yusuf Zbigniew Zygmunt Arne Aristide Amartya Alain Didier Eamon Fabrice Frédéric François
  André René José Jesús Joaquín Ramón Raúl Sébastien Stéphane Jérôme Étienne Édouard Émile Andrés César Günther Jürgen
  Björn Søren Krister Lukas Mateo Nils Rasmus Rémi Thierry Yves Xavier Zoltan Zhivko Kofi Kwame Nnamdi Thabo Haruki
  Fumio Kazuo Junichiro Ashok Rahul Suresh Vijay Rajesh Anil Sunil Mukesh Jagdish Satyendra Srinivasa Hayri`,
);

const WOMEN = set(
  `Abigail Ada Adela Adelaide Adele Agatha Agnes Agnieszka Aisha Alessandra Alexandra Alice Alicia Alison Amalia Amanda
  Amelia Amy Ana Anastasia Andrea Angela Angelica Angelina Anita Anke Ann Anna Annabel Anne Annette Annie Antonia
  Antoinette Astrid Audrey Augusta Aung Barbara Beatrice Beatrix Becky Belinda Benazir Bernadette Bertha Beth Betty
  Beverly Birgit Brenda Brigitte Britney Camilla Carla Carmen Carol Caroline Carolyn Catalina Catherine Cathy Cecilia
  Celia Charlotte Chelsea Cheryl Chiara Christa Christiane Christina Christine Cindy Clara Clarissa Claudia Clementine
  Colette Constance Cordelia Cornelia Crystal Cynthia Daisy Daniela Daphne Dawn Deborah Debra Delia Denise Diana Diane
  Dolores Donna Dora Doris Dorothea Dorothy Edith Edna Eileen Elaine Eleanor Elena Eleonora Elisa Elisabeth Eliza
  Elizabeth Ella Ellen Elsa Elsie Emilia Emily Emma Erica Erin Esther Ethel Eugenia Eunice Eva Evelyn Fatima Felicia
  Fiona Flora Florence Frances Francesca Francine Franziska Frida Frieda Gabriela Gabriella Gabrielle Geraldine Gertrude
  Gillian Gina Gisela Gloria Golda Grace Greta Gretchen Gwendolyn Hanna Hannah Harriet Hazel Heather Hedwig Helen Helena
  Helene Helga Henrietta Hilary Hilda Hillary Hortense Ida Indira Ines Ingrid Irena Irene Irina Irma Isabel Isabella
  Isabelle Ivanka Jacqueline Jane Janet Janice Jeanette Jeanne Jennifer Jessica Jill Joan Joanna Joanne Johanna Josephine
  Joyce Juana Judith Judy Julia Juliana Julie Juliet Justine Karen Karin Karoline Katarzyna Kate Katharine Katherine
  Kathleen Kathryn Kathy Katie Kirsten Kristin Kristina Larissa Laura Leah Lena Leonora Letitia Lidia Lila Lillian Lily
  Linda Lisa Liz Lola Loretta Louisa Louise Lucia Lucille Lucretia Lucy Ludmila Lydia Mabel Madeleine Madeline Magdalena
  Maggie Malala Malgorzata Manuela Marcella Margaret Margarita Margot Marguerite Maria Mariana Marianne Marie Marilyn
  Marina Marjorie Marlene Marta Martha Martina Mary Matilda Maud Maureen Maya Megan Melania Melanie Melinda Melissa
  Mercedes Meredith Michelle Mildred Millicent Miranda Miriam Moira Molly Mona Monica Monika Myra Nadia Nadine Nancy
  Naomi Natalia Natalie Natasha Nellie Nicola Nicole Nina Nora Norma Octavia Olga Olivia Ophelia Pamela Patricia Paula
  Pauline Peggy Penelope Petra Philippa Phoebe Phyllis Priscilla Priyanka Rachel Ramona Rebecca Regina Renata Rhoda Rita
  Roberta Rosa Rosalie Rosalind Rosamund Rosemary Roxana Ruth Sabina Sabine Sally Samantha Sandra Sarah Sara Selena
  Selma Serena Sheila Shirley Sibyl Silvia Simone Sofia Sonia Sophia Sophie Stella Stephanie Susan Susanna Susanne Suzanne
  Svetlana Sylvia Tamara Tanya Tatiana Teresa Theodora Theresa Therese Tina Toni Ulrike Ursula Valentina Valerie Vanessa
  Vera Veronica Victoria Viola Violet Virginia Vivian Vivien Wanda Wendy Wilhelmina Winifred Yasmin Yoko Yolanda Yvette
  Yvonne Zara Zelda Zoe Zoya Élisabeth Hélène Inés Irène Mónica Sofía María Ángela Sunita Lakshmi Meena Anjali Priya
  Kamala Sushma Pratibha Wangari Chimamanda Ngozi Yayoi Noriko Keiko Michiko Naoko`,
);

/** "he" or "she" for the given names of men and women; `null` for any other word and for names of both. */
export const pronounOfGivenName = (name: string): 'he' | 'she' | null => {
  const man = MEN.has(name);
  const woman = WOMEN.has(name);
  if (man === woman) return null;
  return man ? 'he' : 'she';
};

/** Whether a word is a common given name. */
export const isGivenName = (name: string): boolean => MEN.has(name) || WOMEN.has(name);
